/** How a CSV file may be written, for pages that offer the choice; `CsvForm` is made of the same. */
export const separators = ['comma', 'semicolon', 'tab'] as const
export const decimals = ['comma', 'point'] as const
