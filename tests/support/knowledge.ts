/** What units, the hotline and readers do with entries, in words of their life. */
import {
  draftKnowledge,
  editKnowledge,
  type EntryContentInput,
  getKnowledgeDesk,
  importKnowledge,
  type KnowledgeDeskEntry,
  type KnowledgeImportPreview,
  moveKnowledge,
  previewKnowledgeImport,
} from '@jiesu/shared-types'
import { upload } from './photos'
import { type As, commandId, type TestPortal } from './portal'

/** An entry of the water company as it should be. */
export const PIPE_ENTRY: EntryContentInput = {
  title: '水表冻裂了怎么办',
  phrasings: ['水表冻坏了', '水表裂了漏水', '冬天水表冻住了', '换水表找谁'],
  shortAnswer: '先关闭表前阀门，再拨打 12345 报修，由供水企业上门更换。',
  sections: [{ heading: '办理步骤', text: '关闭表前阀门。\n拨打 12345 报修。' }],
  phones: [{ name: '12345 热线', number: '12345' }],
  links: [],
  source: { document: '烟台市供水管理办法', item: '第二十条' },
  unit: 'water-supply',
  topic: 'utilities',
  districts: [],
  audience: [],
  related: [],
  checkedOn: '2026-11-20',
}

export const knowledgeDeeds = (portal: TestPortal) => {
  const open = (id: string, as: As): Promise<KnowledgeDeskEntry> =>
    portal.call(getKnowledgeDesk, { params: { id } }, as)
  return {
    open,
    draft: (content: EntryContentInput, as: As) =>
      portal.call(draftKnowledge, { body: { commandId: commandId(), content } }, as),
    /** Changes the present text. */
    edit: async (id: string, patch: Partial<EntryContentInput>, as: As) => {
      const { version, content } = await open(id, as)
      return portal.call(
        editKnowledge,
        { params: { id }, body: { commandId: commandId(), version, content: { ...content, ...patch } } },
        as,
      )
    },
    move: async (
      id: string,
      as: As,
      action:
        'submit' | 'discard' | 'approve' | 'return' | 'withdraw' | 'roll-back' | 'confirm' | 'close-task',
      more: {
        why?: string
        to?: number
        task?: string
        settles?: { tasks: string[]; outcome: string }
      } = {},
    ) => {
      const { version } = await open(id, as)
      return portal.call(
        moveKnowledge,
        { params: { id }, body: { commandId: commandId(), version, action, ...more } },
        as,
      )
    },
  }
}

/** Imports a file of texts into 烟台's knowledge, as its reviewer does. */
export const importTexts = async (portal: TestPortal, file: string): Promise<void> => {
  const { session = '' } = await portal.staff('yantai-knowledge-reviewer')
  const post = (path: string) =>
    portal.send('POST', path, upload(Buffer.from(file)), { authorization: `Bearer ${session}` })
  const { body } = await post(previewKnowledgeImport.path)
  const { digest } = body as KnowledgeImportPreview
  const done = await post(importKnowledge.path.replace('{digest}', digest))
  if (done.status !== importKnowledge.status) throw new Error(`not imported: ${JSON.stringify(done.body)}`)
}
