/** WeChat draws nothing before the app does; see the twin for the H5. */
export {}
