import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type AccessRequirement } from './declarations';
import { requirementOf } from './requirement-of';

export interface RouteEntry {
  /** `SalesInvoicesController.list` */
  readonly name: string;
  readonly requirement: AccessRequirement | null;
}

/** Counts the routes, and keeps the server from booting with one that does not say whom it is for. */
@Injectable()
export class Census implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const silent = this.routes().filter((route) => route.requirement === null);
    if (silent.length === 0) return;
    const names = silent.map((route) => route.name).join(', ');
    throw new Error(`These routes need @Requires, @Authenticated or @Public: ${names}`);
  }

  routes(): RouteEntry[] {
    return this.discovery.getControllers().flatMap((wrapper) => {
      // A cast: Nest types the class of a controller as a class or a function; every controller is a class.
      const controller = wrapper.metatype as Type | null;
      return controller ? this.routesOf(controller) : [];
    });
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
