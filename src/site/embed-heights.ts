export async function timelineHeights() { return await Promise.resolve([[0, 900]]); }
