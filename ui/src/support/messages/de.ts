import checks from "../../../locales/de/checks.ftl?raw";
import common from "../../../locales/de/common.ftl?raw";
import failures from "../../../locales/de/failures.ftl?raw";
import support from "../../../locales/de/support.ftl?raw";

export default [common, checks, failures, support];
