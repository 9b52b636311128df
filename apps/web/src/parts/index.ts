/** The door of the pieces that several rooms are made of. */
export { type Column, DataTable } from "./DataTable.tsx";
export { CertaintyMark, StateMark } from "./marks.tsx";
export { Page } from "./Page.tsx";
export { Pager } from "./Pager.tsx";
export { Quoted } from "./Quoted.tsx";
export { OutsideLink, SourceKind, SourceList } from "./SourceList.tsx";
export { SyntheticCount, SyntheticMark, SyntheticNotice } from "./Synthetic.tsx";
export { hereIf, Tabs } from "./Tabs.tsx";
export { Answered, Empty, Loading, ProblemNotice } from "./states.tsx";
export { useWho } from "./useWho.ts";
export { useFilled } from "./useFilled.ts";
export { Timeline, useInstant } from "./Timeline.tsx";
