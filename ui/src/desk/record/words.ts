/** Which words belong to how an entry ended. The words are in record.ftl. */
import type { RecordOutcome } from "../../backend";
import type { Tone } from "../users/words";

export const endings: Record<RecordOutcome, { id: string; tone: Tone }> = {
  done: { id: "record-outcome-done", tone: "good" },
  refused: { id: "record-outcome-refused", tone: "bad" },
  unknown: { id: "record-outcome-unknown", tone: "warn" },
};
