/** Screens bring their style sheets along, which say nothing to a compiler. */
declare module '*.css'
