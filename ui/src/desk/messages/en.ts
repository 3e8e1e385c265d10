import common from "../../../locales/en/common.ftl?raw";
import desk from "../../../locales/en/desk.ftl?raw";

export default [common, desk];
