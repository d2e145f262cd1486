import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { text } from './text/text.ts'
import { Message } from './ui/message.tsx'

/** What is left when the page itself fails: a bug, told plainly, with the way back. */
export function CrashNotice() {
  return (
    <FluentProvider theme={webLightTheme}>
      <main>
        <h1>{text.app.name}</h1>
        <Message intent="error" title={text.crash.title}>
          {text.crash.safe} <a href={window.location.pathname}>{text.crash.reload}</a>
        </Message>
      </main>
    </FluentProvider>
  )
}
