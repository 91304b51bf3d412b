import type { DeskOrderView } from '@jiesu/shared-types'
import { AGENT_RELATION_WORDS, sayMoment } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Phone } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { call, type Output } from '../../../api/client'
import { asProblem, type ApiProblem } from '../../../api/problem'
import { serverClock } from '../../../api/serverClock'
import { dial } from '../../../platform/phone'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { Choices } from '../../../ui/form/Choices'
import { TextField } from '../../../ui/form/Field'
import { Card } from '../../../ui/layout/Card'
import { Facts } from '../../../ui/layout/Facts'
import { commonWords } from '../../../words/common'
import { deskWords as words } from '../../../words/zh/desk'
import styles from './order.module.scss'

/** The requester's contact: opened only with a reason, which the requester can read. Never kept on the device. */
export const ContactCard = ({ order }: { order: DeskOrderView }) => {
  const [asking, setAsking] = useState(false)
  const [why, setWhy] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const [opened, setOpened] = useState<Output<'revealContact'>>()

  const open = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      setOpened(await call('revealContact', { params: { number: order.number }, body: { why } }))
    } catch (caught) {
      setProblem(asProblem(caught))
    } finally {
      setBusy(false)
    }
  }

  if (!order.contactAvailable)
    return (
      <Card id="desk-contact" title={words.contact}>
        <View className={styles.muted}>{words.contactNone[order.confidentiality]}</View>
      </Card>
    )

  const contact = opened?.contact
  const agent = opened?.agent
  if (contact !== undefined)
    return (
      <Card id="desk-contact" title={words.contact}>
        <Facts
          facts={[
            { name: words.contactName, value: contact.name },
            { name: words.contactPhone, value: contact.phone },
            {
              name: words.agentName,
              value: agent && words.agentIs(agent.name, AGENT_RELATION_WORDS[agent.relation]),
            },
            { name: words.agentPhone, value: agent?.phone },
            {
              name: words.agentConsent,
              value:
                agent &&
                words.agentConsentIs(
                  agent.consent.words,
                  sayMoment(new Date(agent.consent.at), serverClock.now()),
                ),
            },
          ]}
        />
        <View className={styles.ways}>
          <Button
            label={commonWords.callWhom(contact.name, contact.phone)}
            onPress={() => dial(contact.phone)}
          >
            <Phone size={18} />
            {commonWords.call(contact.phone)}
          </Button>
          {agent === undefined || agent.phone === contact.phone ? null : (
            <Button label={commonWords.callWhom(agent.name, agent.phone)} onPress={() => dial(agent.phone)}>
              <Phone size={18} />
              {commonWords.call(agent.phone)}
            </Button>
          )}
        </View>
      </Card>
    )

  return (
    <Card id="desk-contact" title={words.contact}>
      {asking ? (
        <>
          <Notice>{words.contactNotice}</Notice>
          <View className={styles.gap}>
            <Choices
              id="desk-contact-reason"
              label={words.contactWhy}
              choices={words.contactReasons.map((reason, at) => ({ id: String(at), name: reason }))}
              chosen={String((words.contactReasons as readonly string[]).indexOf(why))}
              onChoose={(at) => setWhy(words.contactReasons[Number(at)] ?? '')}
            />
          </View>
          <View className={styles.gap}>
            <TextField
              id="desk-contact-why"
              label={words.contactOther}
              value={why}
              maxlength={100}
              error={problem?.fields.find((field) => field.path === '/why')?.message}
              onChange={setWhy}
              onConfirm={() => void open()}
            />
          </View>
          {problem === undefined ? null : (
            <View className={styles.gap} role="alert">
              <ErrorState problem={problem} />
            </View>
          )}
          <View className={styles.ways}>
            <Button id="desk-contact-open" kind="primary" busy={busy} onPress={() => void open()}>
              {words.contactOpen}
            </Button>
            <Button kind="quiet" onPress={() => setAsking(false)}>
              {commonWords.cancel}
            </Button>
          </View>
        </>
      ) : (
        <Button id="desk-contact-show" onPress={() => setAsking(true)}>
          {words.contactShow}
        </Button>
      )}
    </Card>
  )
}
