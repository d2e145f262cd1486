/** What the engine or a host tells the page unasked. */
export type EngineEvent =
  /** How far a long call is: `done` of `total`, in rows or bytes; `total` is 0 while unknown. */
  | { readonly kind: 'progress'; readonly callId: string; readonly done: number; readonly total: number }
  /** This plan is the open one now, in place of any other. */
  | { readonly kind: 'opened'; readonly planId: string }
  /** The open plan was changed: by an action, by undoing or redoing one. */
  | { readonly kind: 'changed'; readonly planId: string; readonly revision: number }
  /** The open plan's file has gone from its place, or is back in it. */
  | { readonly kind: 'plan-file'; readonly planId: string; readonly isInPlace: boolean }
  /** Damage was found in the file of the open plan. */
  | { readonly kind: 'plan-damaged'; readonly planId: string }
  /** The system handed the program a plan file, as by a double click; the page takes it when it is ready. */
  | { readonly kind: 'file-given' }
  /** The engine's process ended unasked and was started again: no plan is open in it yet. */
  | { readonly kind: 'engine-restarted' }
