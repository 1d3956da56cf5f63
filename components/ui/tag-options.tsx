import { Combobox } from '@base-ui/react/combobox'
import { ListPopup } from './list-popup.tsx'

export type TagOption = { value: string; label: string; note: string }

/** The list under a box of chips. */
export function TagOptions({ nothing }: { nothing: string }) {
  return (
    <ListPopup>
      <Combobox.Empty className="px-4 py-3 text-14 text-faint empty:hidden">{nothing}</Combobox.Empty>
      <Combobox.List className="max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1.5 outline-none empty:hidden">
        {(option: TagOption) => (
          <Combobox.Item
            key={option.value}
            value={option}
            className="flex min-h-9 cursor-pointer items-center justify-between gap-3 rounded-lg px-2.5 py-1 text-14 text-soft outline-none data-highlighted:bg-hover data-highlighted:text-ink forced-colors:data-highlighted:outline-2 forced-colors:data-highlighted:outline-solid forced-colors:data-highlighted:-outline-offset-2"
          >
            <span className="min-w-0 truncate">{option.label}</span>
            <span className="min-w-0 shrink truncate text-12 text-faint">{option.note}</span>
          </Combobox.Item>
        )}
      </Combobox.List>
    </ListPopup>
  )
}
