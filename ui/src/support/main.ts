import { afterPaint } from "../design/afterPaint";

// Nothing is fetched or run that the first picture of the window doesn't need.
afterPaint(() => void import("./begin").then(({ begin }) => begin()));
