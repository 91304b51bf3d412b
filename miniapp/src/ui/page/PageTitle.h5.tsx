import styles from './page.module.scss'

/** The page's heading on wide screens, there for screen readers alone when `unseen`; on phones the bar above has it. */
export const PageTitle = ({ title, unseen }: { title: string; unseen: boolean }) => (
  <h1 className={`${styles.title} ${unseen ? 'visually-hidden' : ''}`}>{title}</h1>
)
