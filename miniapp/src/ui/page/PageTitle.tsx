/** WeChat's navigation bar has the title; see the twin for the H5. */
export const PageTitle = (_: { title: string; unseen: boolean }) => null
