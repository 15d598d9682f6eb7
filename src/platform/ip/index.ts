export { addressIn } from './address-in';
export { isAddressOrBlock, isWithin, toBlock } from './blocks';
