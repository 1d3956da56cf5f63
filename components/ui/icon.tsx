/// <reference types="next/image-types/global" />

import type { IconName } from './icon-names.ts'
import sprite from './icons.svg'

type IconProps = {
  name: IconName
  size: number
  className?: string | undefined
  fill?: 'currentColor'
  strokeWidth?: number
}

/** Says nothing that isn't said beside it in words. Drawn from one file, so that no script carries drawings. */
export function Icon({ name, size, ...look }: IconProps) {
  return (
    <svg aria-hidden="true" width={size} height={size} fill="none" strokeWidth={2} {...look}>
      <use href={`${sprite.src}#${name}`} />
    </svg>
  )
}
