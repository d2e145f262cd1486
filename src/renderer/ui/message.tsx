import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss'
import type { ReactNode } from 'react'
import type { AppError } from '../../contract/errors.ts'
import { describeError } from '../text/describe-error.ts'
import { text } from '../text/text.ts'

interface MessageProps {
  readonly intent: 'info' | 'success' | 'warning' | 'error'
  readonly title?: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  readonly onDismiss?: () => void
}

/** One message in its place, read out when it appears. */
export function Message({ intent, title, children, actions, onDismiss }: MessageProps) {
  const dismiss = onDismiss && (
    <Button
      appearance="transparent"
      aria-label={text.app.dismiss}
      icon={<DismissRegular />}
      onClick={onDismiss}
    />
  )
  return (
    <MessageBar intent={intent} layout="multiline" role={intent === 'error' ? 'alert' : 'status'}>
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>} {children}
      </MessageBarBody>
      {(actions || dismiss) && (
        <MessageBarActions {...(dismiss && { containerAction: dismiss })}>{actions}</MessageBarActions>
      )}
    </MessageBar>
  )
}

interface ErrorMessageProps {
  readonly error: AppError
  /** What did not happen, where the error alone does not say. */
  readonly title?: string
  readonly actions?: ReactNode
  readonly onDismiss?: () => void
}

/** What happened, what is safe, what to do next. */
export function ErrorMessage({ error, title, ...rest }: ErrorMessageProps) {
  const { happened, safe, next } = describeError(error)
  return (
    <Message intent="error" title={title ?? happened} {...rest}>
      {title === undefined ? '' : happened} {safe} {next}
    </Message>
  )
}
