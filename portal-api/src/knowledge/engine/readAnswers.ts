/** The engine's answers, read with suspicion: what has not the documented form is no answer. */
import { z } from 'zod'
import { OutsideServiceDown } from '../../platform/outside/outsideService'

/** @throws OutsideServiceDown where the answer has another form. */
export const understood = <S extends z.ZodType>(shape: S, answer: unknown): z.infer<S> => {
  const parsed = shape.safeParse(answer)
  if (!parsed.success) throw new OutsideServiceDown('search engine', 'unexpected answer')
  return parsed.data
}

/** An answer of half the shards would be taken for the whole. */
const whole = { timed_out: z.literal(false), _shards: z.object({ failed: z.literal(0) }) }
const Questions = z.object({ title: z.string(), phrasings: z.array(z.string()) })
const hits = <S extends z.ZodType>(source: S) =>
  z.object({
    hits: z.array(
      z.object({
        _id: z.string(),
        _score: z.number().nullable(),
        _source: source,
        matched_queries: z.array(z.string()).default([]),
      }),
    ),
  })
const Counted = z.object({
  everywhere: z.object({
    city: z.object({
      doc_count: z.number(),
      holders: z.object({ buckets: z.record(z.string(), z.object({ doc_count: z.number() })) }),
    }),
  }),
})

export const CandidatesAnswer = z
  .object({
    ...whole,
    hits: hits(Questions.extend({ shortAnswer: z.string() })),
    aggregations: Counted,
  })
  .transform(({ hits: { hits: found }, aggregations }) => ({
    candidates: found.map(({ _id, _score, _source, matched_queries }) => ({
      key: _id,
      score: _score ?? 0,
      ..._source,
      matched: new Set(matched_queries),
    })),
    counts: readCounts(aggregations),
  }))
export type CandidatesAnswer = z.infer<typeof CandidatesAnswer>
export type Candidate = CandidatesAnswer['candidates'][number]

export interface Counts {
  /** Entries of the city. */
  readonly total: number
  /** Term → how many of them hold it. */
  readonly holders: ReadonlyMap<string, number>
}

const readCounts = ({ everywhere: { city } }: z.infer<typeof Counted>): Counts => ({
  total: city.doc_count,
  holders: new Map(Object.entries(city.holders.buckets).map(([term, { doc_count }]) => [term, doc_count])),
})

export const CountsAnswer = z
  .object({ ...whole, aggregations: Counted })
  .transform(({ aggregations }) => readCounts(aggregations))

/** Character → how many entries of the city have it in their questions. */
export const CharactersAnswer = z
  .object({
    ...whole,
    aggregations: z.object({
      characters: z.object({ buckets: z.array(z.object({ key: z.string(), doc_count: z.number() })) }),
    }),
  })
  .transform(
    ({ aggregations }) =>
      new Map(aggregations.characters.buckets.map(({ key, doc_count }) => [key, doc_count])),
  )

export const QuestionsAnswer = z.object({ ...whole, hits: hits(Questions) }).transform((answer) =>
  answer.hits.hits.map(({ _id, _source: { title, phrasings } }) => ({
    key: _id,
    questions: [title, ...phrasings].filter((question) => question !== ''),
  })),
)

export const DigestsAnswer = z
  .object({ ...whole, hits: hits(z.object({ key: z.string(), digest: z.string() })) })
  .transform((answer) => answer.hits.hits.map(({ _source }) => _source))

const Item = z.object({
  _id: z.string(),
  status: z.number(),
  result: z.string().optional(),
  error: z.object({ type: z.string() }).optional(),
})

export type Outcome = 'done' | 'again' | 'refused'

const outcomeOf = ({ status, result, error }: z.infer<typeof Item>): Outcome => {
  if (error === undefined) return status < 300 || result === 'not_found' ? 'done' : 'again'
  // A text that the engine cannot take will not be taken a second time either.
  return status === 400 || status === 413 ? 'refused' : 'again'
}

export interface BulkOutcome {
  readonly key: string
  readonly outcome: Outcome
  /** The kind of error, e.g. mapper_parsing_exception. */
  readonly why: string | undefined
}

/** What became of each line of a bulk request. */
export const BulkAnswer = z
  .object({ items: z.array(z.record(z.string(), Item)) })
  .transform(({ items }): BulkOutcome[] =>
    items.flatMap((item) =>
      Object.values(item).map((one) => ({ key: one._id, outcome: outcomeOf(one), why: one.error?.type })),
    ),
  )
