import { mergeInternalComponents } from '@tarojs/shared'
import spoken from './spoken.json'

// The runtime numbers attributes in the order in which it knows them: it must know the same ones as the templates
// that `config/weappAria.ts` had written.
mergeInternalComponents(spoken)
