/**
 * The word that lets a style element through the page's policy, or undefined where none was given. Browsers hide the attribute from scripts: only the property answers.
 */
export const nonce: string | undefined =
  document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce || undefined
