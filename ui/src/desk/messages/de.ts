import common from "../../../locales/de/common.ftl?raw";
import desk from "../../../locales/de/desk.ftl?raw";

export default [common, desk];
