import { startFrame } from '../embed/frame.ts';

/** The script of an event or an exchange in a frame. */
startFrame();
