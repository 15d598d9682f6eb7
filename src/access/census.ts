import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type Permission, PermissionCatalogue } from '../../libs/permissions';
import { isOneEdit, StartFault } from '../platform';
import { type AccessRequirement } from './declarations';
import { PlainRoutes } from './plain-routes';
import { requirementOf } from './requirement-of';

export interface RouteEntry {
  /** `SalesInvoicesController.list` */
  readonly name: string;
  readonly requirement: AccessRequirement | null;
}

/** Counts the routes, and keeps the server from booting with one of which nobody can say who may call it. */
@Injectable()
export class Census implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly catalogue: PermissionCatalogue,
    private readonly plain: PlainRoutes,
  ) {}

  onModuleInit(): void {
    const faults = this.routes().flatMap((route) => this.faultsOf(route));
    if (faults.length > 0) throw new StartFault(faults.join('\n'));
  }

  routes(): RouteEntry[] {
    const ofControllers = this.discovery.getControllers().flatMap((wrapper) => {
      // A cast: Nest types the class of a controller as a class or a function; every controller is a class.
      const controller = wrapper.metatype as Type | null;
      return controller ? this.routesOf(controller) : [];
    });
    return [...ofControllers, ...this.plain.all];
  }

  private faultsOf({ name, requirement }: RouteEntry): string[] {
    if (requirement === null)
      return [
        `${name} does not say who may call it. Put @Requires('a-resource:an-action') above it, or @Authenticated(), or @Public().`,
      ];
    if (requirement.kind !== 'permission') return [];
    const unknown = requirement.anyOf.filter((permission) => !this.catalogue.has(permission));
    return unknown.map((permission) => this.undeclared(name, permission));
  }

  private undeclared(route: string, permission: Permission): string {
    const meant = this.catalogue.permissions.find((known) => isOneEdit(known, permission));
    const [resource = '', action = ''] = permission.split(':');
    const declaration = `resource('${resource}', 'A label', { ${action}: 'What it allows' })`;
    return (
      `${route} requires “${permission}”, which no manifest declares. ` +
      (meant === undefined ? '' : `Did you mean “${meant}”? Otherwise: `) +
      `add \`${declaration}\` to \`permissions\` in the manifest.ts of its module.`
    );
  }

  private routesOf(controller: Type): RouteEntry[] {
    // A cast: a prototype is a plain object to look into.
    const methods = controller.prototype as Record<string, object>;
    return this.scanner.getAllMethodNames(methods).flatMap((name) => {
      const handler = methods[name];
      const isRoute = handler !== undefined && Reflect.hasMetadata(PATH_METADATA, handler);
      return isRoute
        ? [{ name: `${controller.name}.${name}`, requirement: requirementOf(handler, controller) }]
        : [];
    });
  }
}
