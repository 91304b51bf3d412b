import { View } from '@tarojs/components'
import { Location } from '@nutui/icons-react-taro'
import { useEffect, useState } from 'react'
import { useCityProfile } from '../../../stores/cityProfile'
import { useCommandDraft } from '../../../stores/commandDraft'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
import { Stack } from '../../../ui/layout/Section'
import { LinkTo } from '../../../ui/page/LinkTo'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { commonWords } from '../../../words/common'
import { submitWords as words } from '../../../words/submit'
import { Checklist } from './Checklist'
import { PhotosBlock } from './PhotosBlock'
import { PromisePreview } from './PromisePreview'
import { SimilarMatters } from './SimilarMatters'
import { SendBar } from './SendBar'
import { WhatBlock } from './WhatBlock'
import { WhereBlock } from './WhereBlock'
import { WhoBlock } from './WhoBlock'
import { emptySubmission, moveToCity } from './submission'
import { usePhotos } from './usePhotos'
import { useScope } from './useScope'
import { useSending } from './useSending'
import styles from './submit.module.scss'

export default function SubmitPage() {
  const city = useCityProfile()
  const profile = city.data
  const draft = useCommandDraft('submission', emptySubmission)
  const { value, change } = draft
  const photos = usePhotos(draft)
  const scope = useScope({
    city: profile?.id ?? '',
    requester: value.requester,
    text: profile === undefined ? '' : value.text,
    kind: value.kind === '' ? undefined : value.kind,
    category: value.categoryChosen ? value.category : undefined,
  })
  const sending = useSending({ draft, profile, photos, scope })
  const { forgive } = sending

  useEffect(() => {
    if (profile === undefined || value.city === profile.id || value.text === '') return
    change(moveToCity(value, profile))
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
      bottom={profile === undefined ? undefined : <SendBar draft={draft} sending={sending} />}
    >
      <LinkTo
        page="cities"
        id="submit-city"
        className={styles.city}
        label={appWords.switchCityFrom(profile?.name ?? '')}
      >
        <Location size={16} />
        <View className={styles.cityName}>{profile?.hotlineName ?? appWords.titles.cities}</View>
        <View className={styles.citySwitch}>{appWords.switchCity}</View>
      </LinkTo>
      {profile === undefined ? (
        city.problem === undefined ? (
          <Skeleton cards={3} lines={4} />
        ) : (
          <ErrorState problem={city.problem} onRetry={() => void city.reload()} busy={city.busy} />
        )
      ) : (
        <Stack>
          <WhatBlock draft={draft} sending={sending} profile={profile} scope={scope} />
          <WhereBlock draft={draft} sending={sending} profile={profile} />
          <SimilarMatters submission={value} profile={profile} />
          <WhoBlock draft={draft} sending={sending} profile={profile} />
          <PhotosBlock photos={photos} error={sending.errors['submit-photos']} />
          <PromisePreview submission={value} profile={profile} />
          <StartOver
            onStartOver={() => {
              draft.clear()
              photos.clear()
              sending.reset()
            }}
          />
        </Stack>
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
