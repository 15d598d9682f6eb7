export { ask } from './ask';
export { copiedText } from './copied-text';
export { allLooks, asPhone, type Look, onALaptop, setTheme, setWidth } from './look';
export { invite, password, people, permissionsOn, pin, signIn, takeKeyRoles } from './people';
export { openPlace, settled } from './settled';
export { signInHere } from './sign-in-page';
export { type Stage, startStage } from './stage';
export {
  expectNoSidewaysScroll,
  expectNoViolations,
  expectNoViolationsIn,
  expectNoViolationsInBothThemes,
} from './violations';
