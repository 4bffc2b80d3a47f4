/** JSON that may stand inside a `<script>`: nothing in it can close the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

/** A script that may stand inside a `<script>`: no text in it can close the element. */
export function inlineScript(script: string): string {
  return script.replace(/<(?=\/script|!--)/gi, '\\x3c');
}
