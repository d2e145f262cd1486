import { Badge, makeStyles, tokens } from '@fluentui/react-components'
import type { Access, Availability, Tier } from '../../domain/vocabulary.ts'

/** What a chip's colour says; its words always say it too. */
export type ChipTone = 'good' | 'careful' | 'bad' | 'open' | 'neutral'

const colors = {
  good: 'success',
  careful: 'warning',
  bad: 'danger',
  open: 'brand',
  neutral: 'informative',
} as const

const useStyles = makeStyles({
  // A column full of chips in bold would shout.
  chip: { fontWeight: tokens.fontWeightRegular },
})

export function Chip({ tone, children }: { readonly tone: ChipTone; readonly children: string }) {
  const styles = useStyles()
  return (
    <Badge appearance="tint" size="large" color={colors[tone]} className={styles.chip}>
      {children}
    </Badge>
  )
}

export const availabilityTones: { readonly [Name in Availability]: ChipTone } = {
  'on-portal': 'good',
  'public-data': 'good',
  'public-report': 'careful',
  'not-public': 'neutral',
  'not-yet-determined': 'open',
  'cannot-determine': 'neutral',
}

export const accessTones: { readonly [Name in Access]: ChipTone } = {
  public: 'good',
  'protected-releasable': 'careful',
  protected: 'bad',
  undetermined: 'open',
}

export const tierTones: { readonly [Name in Tier]: ChipTone } = {
  now: 'good',
  next: 'open',
  later: 'neutral',
  'not-planned': 'neutral',
}
