import { View } from '@tarojs/components'
import { Location } from '@nutui/icons-react-taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useQuery } from '../../../navigate'
import {
  dropAppeal,
  draftNameOf,
  latestDraftId,
  MOST_KEPT,
  newAppealId,
  readAppeal,
} from '../../../outbox/kept'
import { useKept } from '../../../outbox/useKept'
import { chosenCity } from '../../../stores/city'
import { useCityProfile } from '../../../stores/cityProfile'
import { useCommandDraft } from '../../../stores/commandDraft'
import { solvedBy } from '../../../stores/opinions'
import { useStore } from '../../../stores/store'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
import { Stack } from '../../../ui/layout/Section'
import { HoldPlace } from '../../../ui/page/HoldPlace'
import { LinkTo } from '../../../ui/page/LinkTo'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { commonWords } from '../../../words/common'
import { submitWords as words } from '../../../words/submit'
import { useLanguage } from '../../../words/useLanguage'
import { Checklist } from './Checklist'
import { DraftBar, TooMany } from './DraftBar'
import { PhotosBlock } from './PhotosBlock'
import { PromisePreview } from './PromisePreview'
import { SimilarMatters } from './SimilarMatters'
import { SendBar } from './SendBar'
import { WaitingPage } from './WaitingPage'
import { WhatBlock } from './WhatBlock'
import { WhereBlock } from './WhereBlock'
import { WhoBlock } from './WhoBlock'
import { emptySubmission, moveToCity } from './submission'
import { SolvedEnd } from './SolvedEnd'
import { usePhotos } from './usePhotos'
import { usePlaces } from './usePlaces'
import { useScope } from './useScope'
import { useSending } from './useSending'
import styles from './submit.module.scss'

/** One appeal of those on this device: the form, or how it stands with it while it waits to be sent. */
export default function SubmitPage() {
  useLanguage()
  const { draft: asked } = useQuery()
  const [id] = useState(() => asked ?? latestDraftId() ?? newAppealId())
  const [waits, setWaits] = useState(() => readAppeal(id)?.progress.state === 'waiting')
  const { appeals } = useKept()
  if (waits) return <WaitingPage id={id} onEdit={() => setWaits(false)} />
  if (appeals.length >= MOST_KEPT && readAppeal(id) === undefined) return <TooMany />
  return <SubmissionForm id={id} asked={asked !== undefined} />
}

const SubmissionForm = ({ id, asked }: { id: string; asked: boolean }) => {
  const city = useCityProfile()
  const profile = city.data
  // Where the device keeps nothing, what was written lives as long as the app.
  const begin = useCallback(() => ({ ...emptySubmission(), ...readAppeal(id)?.value }), [id])
  const draft = useCommandDraft(draftNameOf(id), begin)
  const { value, change } = draft
  const photos = usePhotos(draft)
  const scope = useScope({
    city: profile?.id ?? '',
    requester: value.requester,
    text: profile === undefined ? '' : value.text,
    kind: value.kind === '' ? undefined : value.kind,
    category: value.categoryChosen ? value.category : undefined,
  })
  const places = usePlaces(draft, profile?.id)
  const solved = useStore(solvedBy)
  const sending = useSending({ id, draft, profile, photos, scope })
  const { forgive } = sending

  // A draft that was picked from the list brings its city along; a city chosen afterwards moves the draft.
  const bringsCity = useRef(asked)
  useEffect(() => {
    if (profile === undefined || value.text === '') return
    const brings = bringsCity.current && value.city !== ''
    bringsCity.current = false
    if (value.city === profile.id) return
    if (brings) chosenCity.set(value.city)
    else change(moveToCity(value, profile))
  }, [profile, value, change])

  const suggestion = scope.scope?.categories[0]?.category
  useEffect(() => {
    if (suggestion === undefined || value.text === '') return
    if (value.categoryChosen || suggestion === value.category) return
    change({ category: suggestion, fact: '' })
    forgive('submit-category', 'submit-fact')
  }, [suggestion, value.text, value.categoryChosen, value.category, change, forgive])

  return (
    <Page
      title={appWords.titles.submit}
      aside={<Checklist open={sending.open} profile={profile} forAnother={value.forAnother} />}
      bottom={
        profile === undefined || solved !== undefined ? undefined : (
          <SendBar draft={draft} sending={sending} />
        )
      }
    >
      <LinkTo page="cities" id="submit-city" className={styles.city}>
        <Location size={16} />
        <View className={styles.cityName}>{profile?.hotlineName ?? appWords.titles.cities}</View>
        <View className={styles.citySwitch}>{appWords.switchCity}</View>
      </LinkTo>
      <DraftBar id={id} begun={value.text !== ''} />
      {solved !== undefined ? (
        <SolvedEnd
          by={solved}
          onDiscard={() => {
            photos.clear()
            dropAppeal(id)
            draft.clear()
            sending.reset()
          }}
        />
      ) : profile === undefined ? (
        city.problem === undefined ? (
          <Skeleton cards={3} lines={4} />
        ) : (
          <ErrorState problem={city.problem} onRetry={() => void city.reload()} busy={city.busy} />
        )
      ) : (
        // What the portal finds in the words comes when it comes: it never pushes away what is being written.
        <HoldPlace of={[scope.about, value.category, places.places.length, places.elsewhere?.city].join()}>
          <Stack>
            <WhatBlock draft={draft} sending={sending} profile={profile} scope={scope} />
            <WhereBlock draft={draft} sending={sending} profile={profile} found={places} />
            <SimilarMatters submission={value} profile={profile} />
            <WhoBlock draft={draft} sending={sending} profile={profile} />
            <PhotosBlock photos={photos} error={sending.errors['submit-photos']} />
            <PromisePreview submission={value} profile={profile} />
            <StartOver
              onStartOver={() => {
                photos.clear()
                dropAppeal(id)
                draft.clear()
                sending.reset()
              }}
            />
          </Stack>
        </HoldPlace>
      )}
    </Page>
  )
}

/** Asks once more, in place: what was written cannot be brought back. */
const StartOver = ({ onStartOver }: { onStartOver: () => void }) => {
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <Button id="submit-start-over" kind="quiet" small onPress={() => setAsked(true)}>
        {words.startOver}
      </Button>
    )
  return (
    <Notice
      tone="soon"
      title={words.startOverSure}
      actions={
        <>
          <Button
            id="submit-start-over-yes"
            kind="danger"
            small
            onPress={() => {
              setAsked(false)
              onStartOver()
            }}
          >
            {words.startOver}
          </Button>
          <Button small onPress={() => setAsked(false)}>
            {commonWords.cancel}
          </Button>
        </>
      }
    />
  )
}
