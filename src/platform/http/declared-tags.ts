import { type INestApplication, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { DECORATORS } from '@nestjs/swagger';
import { StartFault } from '../start-fault';

/**
 * Reads the tags where they are written: the document, which has them too, is made only when somebody asks for it.
 * @throws StartFault for a tag of a controller, or of one of its routes, that is not among these.
 */
export function assertDeclaredTags(app: INestApplication, tags: readonly string[]): void {
  for (const { metatype } of app.get(DiscoveryService).getControllers()) {
    // A cast: Nest types the class of a controller as a class or a function; every controller is a class.
    const controller = metatype as Type | null;
    const unknown = controller && tagsOf(controller).find((tag) => !tags.includes(tag));
    if (controller && unknown)
      throw new StartFault(
        `The tag “${unknown}” of ${controller.name} is in no manifest. Add it to \`tags\` in manifest.ts, or correct ` +
          '@ApiTags of the controller.',
      );
  }
}

function tagsOf(controller: Type): string[] {
  // A cast: a prototype is a plain object to look into.
  const methods = controller.prototype as Record<string, object>;
  const handlers = new MetadataScanner().getAllMethodNames(methods).flatMap((name) => methods[name] ?? []);
  // A cast: only @ApiTags writes under this key.
  return [controller, ...handlers].flatMap(
    (tagged) => (Reflect.getMetadata(DECORATORS.API_TAGS, tagged) as string[] | undefined) ?? [],
  );
}
