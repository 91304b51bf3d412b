/** Labels and hints of the desk's forms, by step and field. */
export const deskFormWords = {
  accept: { note: { label: '受理意见' } },
  requestInformation: { question: { label: '要补充什么', hint: '一次问全；写明需要什么、为什么需要。' } },
  resume: { reason: { label: '怎么继续', hint: '诉求人没有补充时，写明按什么情况继续办理；诉求人能看到。' } },
  answerDirectly: {
    publicReply: { label: '答复', hint: '诉求人会看到。知识库里有标准答案的，请以它为准。' },
    entry: { label: '依据的知识条目', hint: '条目编号，没有就不填。' },
  },
  mergeInto: {
    into: { label: '主单编号', hint: '16 位编号；这件工单随主单一起办理、一起答复，各自评价。' },
    reason: { label: '并单依据', hint: '例如：同一地点、同一件事。诉求人能看到依据，看不到主单编号。' },
  },
  unmerge: { reason: { label: '取消并单的原因' } },
  raiseUrgency: {
    reason: { label: '加急的原因', hint: '诉求人和承办单位都能看到；时限只会提前，不会推后。' },
  },
  explainCause: { text: { label: '原因说明', hint: '发生了什么、正在怎么处理、预计什么时候恢复。' } },
  inviteCoUnits: {
    units: { label: '协办单位', ask: '选择协办单位' },
    reason: { label: '请他们做什么', hint: '协办单位和诉求人都能看到。' },
  },
  recordContact: {
    outcome: { label: '联系结果' },
    text: { label: '联系情况', hint: '什么时候、怎么联系的、说了什么。诉求人能看到这条记录。' },
  },
  noteProgress: {
    text: { label: '办理进展' },
    visible: { label: '给谁看', hint: '给诉求人看的进展由主办单位写。' },
  },
  answerAsk: {
    ask: { label: '哪一个诉求点' },
    outcome: { label: '办理结果' },
    text: { label: '答复', hint: '不能办理的，请写明理由。' },
  },
  askExtension: {
    days: { label: '延期几天' },
    reason: { label: '延期原因', hint: '诉求人也能看到：还差什么、为什么需要这些时间。' },
  },
  grantExtension: { reason: { label: '同意的理由', hint: '承办单位和诉求人都能看到。' } },
  refuseExtension: { reason: { label: '不同意的理由', hint: '承办单位和诉求人都能看到。' } },
  returnOrder: {
    reason: {
      label: '退单原因',
      hint: '为什么不属于贵单位职责，应由谁负责；诉求人能看到，请不要写个人信息。',
    },
    evidence: { label: '依据', hint: '职责规定、三定方案条款、现场情况等；只在内部看。' },
  },
  upholdReturn: { reason: { label: '同意的理由', hint: '同意后回到待派单；诉求人能看到。' } },
  refuseReturn: {
    reason: { label: '不同意的理由', hint: '不同意的退单计入不当退单；承办单位和诉求人都能看到。' },
  },
  referDuty: { reason: { label: '争议在哪里', hint: '哪些单位有争议、各自的理由。' } },
  recordRuling: {
    unit: { label: '责任单位', ask: '选择责任单位' },
    document: { label: '裁定文书', hint: '文号或日期。' },
    reason: { label: '裁定内容' },
  },
  declareRepeat: {
    earlier: { label: '以前那件工单的编号', hint: '已经就同一件事核实并答复过的工单。' },
    reason: { label: '认定理由', hint: '诉求人会看到，可以提出异议，由另一位工作人员复核。' },
  },
  recordCallback: {
    outcome: { label: '回访结果' },
    text: { label: '回访记录', hint: '照诉求人的原话记；办结前承办单位看不到。' },
    solved: { label: '问题解决了没有', hint: '联系上了才填。' },
    satisfaction: { label: '满意的程度' },
    asksRedo: { label: '是否要求重办' },
    redoReason: { label: '重办原因', hint: '要求重办才填；承办单位会看到这一栏，看不到回访记录。' },
  },
  supervise: {
    form: { label: '督办方式' },
    text: { label: '督办要求', hint: '要办到什么程度、什么时候反馈。只在内部看。' },
  },
  answerSupervision: { text: { label: '督办答复', hint: '办到了哪一步、还要多久。只在内部看。' } },
  orderRedo: {
    reason: { label: '重办原因', hint: '承办单位和诉求人都能看到：哪里没有办到、要办到什么程度。' },
  },
  conclude: { reason: { label: '办结说明', hint: '诉求人会看到：核实了什么、为什么不再办理。' } },
} as const satisfies Record<string, Record<string, { label: string; hint?: string; ask?: string }>>
