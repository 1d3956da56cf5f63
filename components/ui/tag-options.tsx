import { Combobox } from '@base-ui/react/combobox'
import { cx } from './cx.ts'
import { ListPopup } from './list-popup.tsx'
import { entryStyle, listNoteStyle, listStyle } from './list-style.ts'

export type TagOption = { value: string; label: string; note: string }

/** The list under a box of chips. */
export function TagOptions({ nothing }: { nothing: string }) {
  return (
    <ListPopup>
      <Combobox.Empty className={listNoteStyle}>{nothing}</Combobox.Empty>
      <Combobox.List className={listStyle}>
        {(option: TagOption) => (
          <Combobox.Item
            key={option.value}
            value={option}
            className={cx(entryStyle, 'min-h-9 items-center justify-between gap-3 py-1')}
          >
            <span className="min-w-0 truncate">{option.label}</span>
            <span className="min-w-0 shrink truncate text-12 text-faint">{option.note}</span>
          </Combobox.Item>
        )}
      </Combobox.List>
    </ListPopup>
  )
}
