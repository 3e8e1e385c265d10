import { leaveDeskPractice, startDeskPractice } from "../../backend";
import type { DeskState } from "../desk.svelte";

/** To the practice pools, without any key. */
export async function startPractice(desk: DeskState): Promise<void> {
  desk.take(await startDeskPractice());
}

/** Back to the real pools. */
export async function leavePractice(desk: DeskState): Promise<void> {
  desk.take(await leaveDeskPractice());
}
