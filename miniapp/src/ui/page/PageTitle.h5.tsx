import styles from './page.module.scss'

/** The page's heading on wide screens; on phones the bar above has it. */
export const PageTitle = ({ title }: { title: string }) => <h1 className={styles.title}>{title}</h1>
