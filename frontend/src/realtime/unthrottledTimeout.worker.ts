/** Waits, where nobody throttles it: `[id, milliseconds]` in, `id` out. */
onmessage = ({ data: [id, wait] }: MessageEvent<[number, number]>) => {
  setTimeout(() => postMessage(id), wait)
}
