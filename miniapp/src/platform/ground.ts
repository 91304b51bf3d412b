/** The mini-program needs nothing beyond `app.scss`. */
export {}
