import {
  IconBox,
  IconBuilding,
  IconBuildingSkyscraper,
  IconChartBar,
  IconHome,
  IconKey,
  IconList,
  IconPlugConnected,
  type IconProps,
  IconRobot,
  IconServer,
  IconShieldLock,
  IconUserCog,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

/** By the path of a place: beside its name in the menus, and instead of it where the rail is narrow. */
export const placeIcons: Readonly<Record<string, ComponentType<IconProps>>> = {
  '/': IconHome,
  '/keys': IconKey,
  '/usage': IconChartBar,
  '/audit-trail': IconList,
  '/generate-api-key': IconPlugConnected,
  '/users': IconUsers,
  '/service-accounts': IconRobot,
  '/company': IconBuilding,
  '/settings/roles': IconUserCog,
  '/settings/security': IconShieldLock,
  '/platform/companies': IconBuildingSkyscraper,
  '/platform/users': IconUsers,
  '/platform/products': IconBox,
  '/platform/service-keys': IconServer,
};
