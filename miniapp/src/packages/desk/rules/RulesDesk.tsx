import type { RuleFile, RuleFinding, StaffIdentity } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { call, type Output } from '../../../api/client'
import type { ApiProblem } from '../../../api/problem'
import { useRemote } from '../../../api/useRemote'
import { focusOn } from '../../../platform/focus'
import { showLine } from '../../../platform/showLine'
import { useWide } from '../../../platform/wide'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
import { TextField } from '../../../ui/form/Field'
import { Card } from '../../../ui/layout/Card'
import { Stack } from '../../../ui/layout/Section'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { rulesWords as words } from '../../../words/zh/rules'
import { Seat } from '../parts/Seat'
import { deskOf } from '../parts/useStaff'
import { Editor, EDITOR_ID } from './Editor'
import { FileList } from './FileList'
import { Findings } from './Findings'
import { Report } from './Report'
import { useRuleDraft } from './useRuleDraft'
import { useTrial } from './useTrial'
import styles from './rules.module.scss'

/** The page's frame, and the city's files once they are read. */
export const RulesDesk = ({ staff }: { staff: StaffIdentity }) => {
  const wide = useWide()
  const desk = deskOf(staff)
  const { data, problem, reload, busy } = useRemote(`${desk}:rules`, () => call('listRuleFiles', {}))
  return (
    <Page title={appWords.titles.deskRules} wide site={wide ? <Seat staff={staff} /> : undefined}>
      {wide ? null : <Seat staff={staff} />}
      {problem === undefined ? null : (
        <ErrorState problem={problem} onRetry={() => void reload()} busy={busy} />
      )}
      {data === undefined && problem === undefined ? <Skeleton cards={2} lines={5} /> : null}
      {data === undefined ? null : <Trial key={desk} desk={desk} rules={data} />}
    </Page>
  )
}

const ORDER = Object.keys(words.files)
const rank = ({ name }: RuleFile): number => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length)

/** What the portal found wrong with a file as such (its length, say) is to be corrected as well. */
const fileFindings = (problem: ApiProblem): RuleFinding[] =>
  problem.fields.flatMap(({ path, message }) =>
    path.startsWith('/files/') ? [{ file: path.slice('/files/'.length), path: '', message }] : [],
  )

const Trial = ({ desk, rules }: { desk: string; rules: Output<'listRuleFiles'> }) => {
  const files = [...rules.files].sort((a, b) => rank(a) - rank(b))
  const draft = useRuleDraft(desk, files)
  const { busy, problem, tried, run } = useTrial()
  const [missing, setMissing] = useState(false)
  const [look, setLook] = useState<{ line: number }>()
  useEffect(() => {
    if (look !== undefined) showLine(EDITOR_ID, look.line)
  }, [look])
  useEffect(() => {
    if (tried !== undefined) focusOn('rules-outcome')
  }, [tried])

  const file = files.find(({ name }) => name === draft.openName) ?? files[0]
  if (file === undefined) return null

  const texts = Object.fromEntries(draft.changed.map((one) => [one.name, draft.textOf(one)]))
  const input = { files: texts, ...(draft.since.trim() === '' ? {} : { since: draft.since.trim() }) }
  const start = () => {
    setMissing(draft.changed.length === 0)
    if (draft.changed.length > 0) void run(input)
  }
  const lookAt = ({ file: name, line }: RuleFinding) => {
    if (files.some((one) => one.name === name)) draft.open(name)
    setLook({ line: line ?? 1 })
  }
  const tooLong = problem === undefined ? [] : fileFindings(problem)
  const isStale = tried !== undefined && JSON.stringify(tried.input) !== JSON.stringify(input)

  return (
    <View className={styles.desk}>
      <View className={styles.filesArea}>
        <FileList
          files={files}
          open={file}
          isChanged={(one) => draft.changed.includes(one)}
          onOpen={draft.open}
        />
      </View>
      <View className={styles.editorArea}>
        <Editor files={files} file={file} draft={draft} />
      </View>
      <View className={styles.trialArea}>
        <Card id="rules-trial" title={words.trial}>
          <Stack>
            <Notice>{words.harmless}</Notice>
            <TextField
              id="rules-since"
              label={words.since}
              hint={words.sinceHint(rules.mostOrders)}
              optional
              maxlength={10}
              value={draft.since}
              error={problem?.fields.find((field) => field.path === '/since')?.message}
              onChange={draft.setSince}
              onConfirm={start}
            />
            {problem === undefined || tooLong.length > 0 ? null : (
              <View role="alert">
                <ErrorState problem={problem} />
              </View>
            )}
            <View id="rules-status" role="status" className={missing ? styles.missing : styles.muted}>
              {busy
                ? words.busy
                : missing && draft.changed.length === 0
                  ? words.nothingChanged
                  : words.changedCount(draft.changed.length)}
            </View>
            <Button id="rules-run" kind="primary" block busy={busy} onPress={start}>
              {words.trial}
            </Button>
          </Stack>
        </Card>
      </View>
      <View id="rules-outcome" className={styles.outcomeArea}>
        {tooLong.length > 0 ? <Findings findings={tooLong} total={tooLong.length} onLook={lookAt} /> : null}
        {tried === undefined || tooLong.length > 0 ? null : (
          <Stack>
            <View role="heading" aria-level={2} className={styles.outcomeTitle}>
              {words.outcome}
            </View>
            {isStale ? (
              <Notice id="rules-stale" tone="soon">
                {words.stale}
              </Notice>
            ) : null}
            {tried.answer.outcome === 'findings' ? (
              <Findings findings={tried.answer.findings} total={tried.answer.total} onLook={lookAt} />
            ) : (
              <Report report={tried.answer} since={tried.input.since} />
            )}
          </Stack>
        )}
      </View>
    </View>
  )
}
