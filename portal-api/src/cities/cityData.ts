/**
 * The shape of a city's folder (`portal-api/cities/<id>/`). Everything in which two cities differ is in these files;
 * a third city is a third folder. Read and cross-checked at start by `loadCities.ts`.
 */
import {
  APPEAL_KINDS,
  CONFIDENTIALITIES,
  DECLARED_FACTS,
  HOTLINE_GROUPS,
  HOTLINE_MERGES,
  HOTLINE_STATES,
  LIMIT_PRECEDENCES,
  LIMIT_UNITS,
  MILESTONE_TYPES,
  PUBLIC_LEVELS,
  REQUESTER_TYPES,
  SCOPE_FINDING_KINDS,
  TRANSFER_WAYS,
} from '@jiesu/shared-types'
import { z } from 'zod'
import { day, slug, SourceData, words } from './dataParts'
import type { Profile } from './profileData'

const categoryId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, '类别写作 组/名，例如 utilities/water-outage')
/** `utilities/*` stands for the whole group, `*` for every category. */
const categoryPattern = z.string().regex(/^(\*|[a-z0-9-]+\/(\*|[a-z0-9-]+))$/, '应为一个类别、组/* 或 *')

export const CategoriesFile = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        id: slug,
        name: words,
        categories: z
          .array(
            z.strictObject({
              id: categoryId,
              name: words,
              /** 公共事项: others may read of it and follow it instead of reporting it again. */
              publicAs: z.enum(PUBLIC_LEVELS).optional(),
              hints: z.array(words),
              /** What the form asks besides, because it decides who handles the matter; may stay unanswered. */
              question: z
                .strictObject({
                  ask: words,
                  answers: z.array(z.strictObject({ fact: z.enum(DECLARED_FACTS), name: words })).min(2),
                })
                .optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
})

export const DistrictsFile = z.strictObject({
  source: words,
  districts: z
    .array(
      z.strictObject({
        /** Six-digit division code, or a slug for a zone that has none. */
        id: slug,
        name: words,
        /** What people call it besides: 高新区. */
        otherNames: z.array(words).min(1).optional(),
        /** Where its government sits, to about a kilometre, in degrees (WGS 84): by it a phone's position is guessed. */
        seat: z
          .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
          .optional(),
        streets: z.array(z.strictObject({ id: z.string().min(1), name: words })),
      }),
    )
    .min(1),
})

export const UnitsFile = z.strictObject({
  units: z
    .array(
      z.strictObject({
        id: slug,
        name: words,
        /** 政府部门 / 区市 / 公共服务企业 / 垂直管理 / 热线 */
        level: z.enum(['department', 'district', 'utility', 'vertical', 'hotline']),
        /** For a district's unit: the district's id. */
        district: z.string().optional(),
        /** What it answers for, in a line. */
        duties: words,
      }),
    )
    .min(1),
})

/** Comparing a phrase takes ten times as long with every `…`; two are as many as any city has needed. */
const MOST_GAPS = 3
const phrase = words.refine(
  (text) => text.split('…').length <= MOST_GAPS + 1,
  `一个词句里最多用 ${MOST_GAPS} 个 …，请拆成几个`,
)

/** What a rule asks of the appeal; every given part must hold, lists mean "one of". */
export const AppealCondition = z.strictObject({
  requester: z.enum(REQUESTER_TYPES).optional(),
  kinds: z.array(z.enum(APPEAL_KINDS)).min(1).optional(),
  categories: z.array(categoryPattern).min(1).optional(),
  facts: z.array(z.enum(DECLARED_FACTS)).min(1).optional(),
})

export const LimitsFile = z.strictObject({
  /** From which event the limits run, with the reading of the document that leads to it. */
  startsAt: z.strictObject({ event: z.literal('accepted'), note: words }),
  rules: z
    .array(
      z.strictObject({
        id: slug,
        version: z.number().int().positive(),
        precedence: z.enum(LIMIT_PRECEDENCES),
        when: AppealCondition,
        milestones: z
          .array(
            z.strictObject({
              type: z.enum(MILESTONE_TYPES),
              unit: z.enum(LIMIT_UNITS),
              amount: z.number().int().positive(),
              /** Starts when that milestone is due at the latest, instead of with the order. */
              after: z.enum(MILESTONE_TYPES).optional(),
            }),
          )
          .min(1),
        statedByDocument: z.boolean(),
        source: SourceData,
        /** The explanation for the requester. */
        text: words,
        /** Reading notes for administrators: ambiguity, what must be verified. */
        note: z.string().optional(),
      }),
    )
    .min(1),
})

/**
 * Words that lead to a scope finding. A phrase may hold `…` for up to ten characters between its halves, within one
 * clause. Negated ("不是信访") and quoted mentions do not count. Precision comes first: a wrong stop costs the
 * requester more than a miss, because a person reads every appeal afterwards.
 */
export const ScopeMatch = z.strictObject({
  /** One of these must be there … */
  any: z.array(phrase).min(1),
  /** … and, where given, one of each of these groups in the same sentence. */
  with: z.array(z.array(phrase).min(1)).optional(),
  /** Longer phrases that contain a word of `any` and are not meant. */
  except: z.array(phrase).optional(),
  /** Words in the same sentence that give the mention another sense: a threat, somebody else's advice, the past. */
  unless: z.array(phrase).optional(),
  /**
   * Loose words: in texts of at most so many characters, which cannot be about much else; in longer ones (up to 160
   * characters) only where all of them stand in one clause.
   */
  longest: z.number().int().positive().optional(),
  /** In a long text only its opening counts: long stories tell of courts and accidents on the way. */
  opening: z.literal(true).optional(),
})

export const ScopeFile = z.strictObject({
  /** Words that many rules share; a rule writes `@name` for all words of a list. Resolved when the city is read. */
  lists: z.record(slug, z.array(phrase).min(1)),
  rules: z
    .array(
      z.strictObject({
        id: slug,
        version: z.number().int().positive(),
        kind: z.enum(SCOPE_FINDING_KINDS),
        /** The exclusion as the document names it, e.g. 诉讼. */
        name: words,
        title: words,
        text: words,
        /** One of these must be found; empty for a rule that `when` alone decides (a notice for a category). */
        match: z.array(ScopeMatch),
        when: AppealCondition.optional(),
        channels: z.array(
          z.strictObject({ name: words, phone: z.string().optional(), web: z.url().optional() }),
        ),
        source: SourceData.optional(),
      }),
    )
    .min(1),
})

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时刻写作 HH:MM，例如 22:00')

/** What a dispatch row asks beside category and district; every given part must hold. */
export const DispatchCondition = AppealCondition.omit({ categories: true }).extend({
  /** Hours in Shanghai, from … until (not included); may pass midnight. */
  hours: z.strictObject({ from: clockTime, until: clockTime }).optional(),
})

export const DispatchFile = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        id: slug,
        version: z.number().int().positive(),
        category: categoryPattern,
        /** District ids; absent: the whole city. */
        districts: z.array(z.string()).min(1).optional(),
        when: DispatchCondition.optional(),
        /** Unit id, or `@district` for the unit of the order's district. */
        unit: z.string(),
        coUnits: z.array(z.string()),
        /** The line (hotlines.json) whose seats take the order; `unit` is the one that runs it. */
        line: z.string().optional(),
        basis: words,
        from: day,
        until: day.optional(),
      }),
    )
    .min(1),
})

export const HotlinesFile = z.strictObject({
  hotlines: z
    .array(
      z.strictObject({
        number: z.string().regex(/^[\d-]{3,12}$/),
        name: words,
        group: z.enum(HOTLINE_GROUPS),
        unitName: words,
        merge: z.enum(HOTLINE_MERGES),
        state: z.enum(HOTLINE_STATES),
        plan: words,
        /** 国家归并要求 and 省级归并措施, where the annex has these columns. */
        nationalRequirement: z.string().optional(),
        provincialMeasure: z.string().optional(),
        dial: words,
        advice: words,
        /** Where orders for this line can be transferred to it: the unit that runs its seats, and how. */
        transfer: z.strictObject({ unit: slug, how: z.enum(TRANSFER_WAYS) }).optional(),
        /** Row of the annex, e.g. 附件一、整体并入 第1行. */
        source: SourceData.optional(),
        /** Reading note for administrators: merged cells, names that the annex does not print. */
        note: words.optional(),
      }),
    )
    .min(1),
})

const named = z.strictObject({ name: words, explanation: words.optional() })

/**
 * What citizens read of the city's data, in English; by the ids of what it is about. All of it may be left out: where
 * there is no English the Chinese is shown.
 */
export const EnglishFile = z
  .strictObject({
    profile: z
      .strictObject({
        name: words,
        province: words,
        hotlineName: words,
        promise: words,
        scopeStatement: words,
      })
      .partial(),
    /** What foreign residents have to know when they write: by what number they are served, and in which language. */
    foreigners: words,
    kinds: z.partialRecord(z.enum(APPEAL_KINDS), named),
    confidentialities: z.partialRecord(z.enum(CONFIDENTIALITIES), named),
    emergencyNumbers: z.record(z.string(), z.strictObject({ name: words, when: words })),
    /** In place of the Chinese ones, with what foreign residents have to know besides. */
    notices: z.array(z.strictObject({ title: words, text: words })),
    groups: z.record(slug, words),
    categories: z.record(categoryId, words),
    /** Words by which people would look for it, in English: they find and suggest the category beside the Chinese ones. */
    hints: z.record(categoryId, z.array(words)),
    /** By category. */
    questions: z.record(
      categoryId,
      z.strictObject({ ask: words, answers: z.partialRecord(z.enum(DECLARED_FACTS), words) }),
    ),
    districts: z.record(slug, words),
    scope: z.record(slug, z.strictObject({ title: words, text: words })),
    /** By the channel's Chinese name. */
    channels: z.record(z.string(), words),
    limits: z.record(slug, words),
    /** By number. */
    hotlines: z.record(z.string(), z.strictObject({ name: words, advice: words.optional() })),
    /** Of the knowledge: topics by id, telephones and who answers by their Chinese names. */
    topics: z.record(slug, words),
    phones: z.record(z.string(), words),
    offices: z.record(z.string(), words),
  })
  .partial()

export type AppealCondition = z.infer<typeof AppealCondition>
export type CategoryGroupData = z.infer<typeof CategoriesFile>['groups'][number]
type DistrictData = z.infer<typeof DistrictsFile>['districts'][number]
export type Unit = z.infer<typeof UnitsFile>['units'][number]
export type LimitRule = z.infer<typeof LimitsFile>['rules'][number]
export type ScopeRule = z.infer<typeof ScopeFile>['rules'][number]
export type ScopeMatch = z.infer<typeof ScopeMatch>
export type DispatchCondition = z.infer<typeof DispatchCondition>
export type DispatchRow = z.infer<typeof DispatchFile>['rows'][number]
export type HotlineData = z.infer<typeof HotlinesFile>['hotlines'][number]

export type EnglishData = z.infer<typeof EnglishFile>

/** A city, read whole and cross-checked. */
export interface City {
  readonly id: string
  readonly profile: Profile
  readonly categoryGroups: readonly CategoryGroupData[]
  readonly districts: readonly DistrictData[]
  readonly units: readonly Unit[]
  readonly limits: z.infer<typeof LimitsFile>
  readonly scopeRules: readonly ScopeRule[]
  readonly dispatchRows: readonly DispatchRow[]
  readonly hotlines: readonly HotlineData[]
  readonly english?: EnglishData | undefined
  /** See `EnglishFile.foreigners`; only in the city as it is shown in English. */
  readonly foreigners?: string | undefined
}
