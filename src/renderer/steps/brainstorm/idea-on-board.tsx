import {
  Button,
  Link,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal'
import type { Dataset } from '../../../domain/dataset.ts'
import { availabilityShortLabels, datasetName } from '../../../domain/labels.ts'
import type { Idea } from '../../../domain/plan.ts'
import { useReadOnly } from '../../plan/program.tsx'
import { text } from '../../text/text.ts'
import { Chip } from '../../ui/chip.tsx'
import { placeOf } from './add-idea.tsx'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '8px 6px 8px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: '4px' },
  words: { flexGrow: 1, minWidth: 0, paddingTop: '2px', overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '2px 8px' },
})

interface IdeaOnBoardProps {
  readonly idea: Idea
  /** The dataset it points at, or became. */
  readonly dataset: Dataset | undefined
  readonly onEdit: () => void
  readonly onRemove: () => void
  readonly onMakeDataset: () => void
}

/** One idea on the board: a dataset there is, or an idea that may become one. */
export function IdeaOnBoard({ idea, dataset, onEdit, onRemove, onMakeDataset }: IdeaOnBoardProps) {
  const styles = useStyles()
  const isReading = useReadOnly()
  const words = dataset === undefined ? idea.text : datasetName(dataset)
  const by = idea.raisedBy.trim()
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.words}>
          {words}
        </Text>
        {!isReading && (
          <IdeaMenu
            id={ideaMenuId(idea)}
            words={words}
            onEdit={onEdit}
            onRemove={onRemove}
            {...(dataset === undefined && { onMakeDataset })}
          />
        )}
      </div>
      <Text size={200} className={styles.quiet}>
        {by === '' ? text.brainstorm.byNobody : text.brainstorm.by(by)}
      </Text>
      {dataset === undefined ? (
        <div className={styles.foot}>
          <Chip tone="open">{text.brainstorm.idea}</Chip>
          {!isReading && (
            <Link as="button" onClick={onMakeDataset} aria-label={`${text.brainstorm.makeDataset} ${words}`}>
              {text.brainstorm.makeDataset}
            </Link>
          )}
        </div>
      ) : (
        <div className={styles.foot}>
          <Chip tone="good">{text.brainstorm.dataset}</Chip>
          <Text size={200} className={styles.quiet}>
            {placeOf(dataset)} · {availabilityShortLabels[dataset.review.availability]}
          </Text>
        </div>
      )}
    </li>
  )
}

export function ideaMenuId({ id }: Idea): string {
  return `idea-${id}`
}

interface IdeaMenuProps {
  readonly id: string
  readonly words: string
  readonly onEdit: () => void
  readonly onRemove: () => void
  readonly onMakeDataset?: () => void
}

function IdeaMenu({ id, words, onEdit, onRemove, onMakeDataset }: IdeaMenuProps) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          id={id}
          size="small"
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={text.brainstorm.ideaActions(words)}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={onEdit}>{text.brainstorm.edit}</MenuItem>
          {onMakeDataset !== undefined && (
            <MenuItem onClick={onMakeDataset}>{text.brainstorm.makeDataset}</MenuItem>
          )}
          <MenuItem onClick={onRemove}>{text.brainstorm.remove}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
