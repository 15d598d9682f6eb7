import { checkDialogs } from './checks';

checkDialogs(1280, 'en');
