import { defineTimelineChart } from '../chart/draw/element.ts';
import { startFrame } from '../embed/frame.ts';
import { frameHost } from './frame-host.ts';

/** The script of the timeline in a frame. */
startFrame();
defineTimelineChart(frameHost);
