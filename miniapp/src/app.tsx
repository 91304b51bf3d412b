import type { ReactNode } from 'react'
import './platform/start'
import './platform/ground'
import './app.scss'

export default function App({ children }: { children?: ReactNode }) {
  return children
}
