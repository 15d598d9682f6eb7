export { addressIn } from './address-in';
export { isAddressOrBlock, isBlockWithin, isWithin, toBlock } from './blocks';
