/** The look of every text box. */
export const inputStyle =
  'rounded-lg border border-line-strong bg-raised px-3 text-body text-ink transition-colors duration-100 hover:border-soft aria-invalid:border-trouble'
