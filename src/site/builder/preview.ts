import { heightIn } from '../../embed/heights.ts';

/** Shows an embed as an article would: in a sandboxed frame, or as a picture. */
export class Preview {
  readonly #frame: HTMLIFrameElement;
  readonly #picture = new Image();
  #isFixed = false;
  #address = '';

  /** @param onSize is told the width and height of the frame, in pixels, when they may be others. */
  constructor(frame: HTMLIFrameElement, onSize: (width: number, height: number) => void) {
    this.#frame = frame;
    frame.after(this.#picture);
    const tell = () => {
      onSize(frame.clientWidth, Number(frame.height));
    };
    addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.contentWindow || this.#isFixed) return;
      const height = heightIn(data);
      if (height === undefined) return;
      frame.height = String(height);
      tell();
    });
    new ResizeObserver(tell).observe(frame);
  }

  /** @param height in pixels, where it is fixed; else the page in the frame tells it. */
  showPage(address: string, title: string, height: number | undefined): void {
    this.#show(this.#frame);
    this.#isFixed = height !== undefined;
    if (height !== undefined) this.#frame.height = String(height);
    this.#frame.title = title;
    if (address === this.#address) return;
    this.#address = address;
    // A new `src` would be a step of its own for the back button.
    this.#frame.contentWindow?.location.replace(address);
  }

  showPicture(address: string, alt: string): void {
    this.#show(this.#picture);
    Object.assign(this.#picture, { src: address, alt });
  }

  #show(shown: HTMLElement): void {
    for (const one of [this.#frame, this.#picture]) one.hidden = one !== shown;
  }
}
