import { readFolder } from '../../src/model/folder.ts';
import type { Timeline } from '../../src/model/schema.ts';

/** The timeline that a site is built from. */
export async function readStory(folder = 'content'): Promise<Timeline> {
  const reading = await readFolder(folder);
  if (!reading.ok) throw new Error(`the content of ${folder} has problems`);
  return reading.timeline;
}
