export const stepNames = {
  review: { name: 'Review', question: 'What is already public?' },
  brainstorm: { name: 'Brainstorm', question: 'What else is needed?' },
  identify: { name: 'Identify', question: 'What could be open?' },
  prioritize: { name: 'Prioritize', question: 'What comes first?' },
  publish: { name: 'Publish', question: 'When, and who?' },
  deliver: { name: 'Deliver', question: 'Workbook and Word plan' },
} as const
