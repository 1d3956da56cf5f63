let isLeaving = false

/** While this page logs off it goes to sign-in anyway, so a refusal in the meantime is no news. */
export function isLoggingOff(): boolean {
  return isLeaving
}

export function noteLoggingOff(is: boolean): void {
  isLeaving = is
}
