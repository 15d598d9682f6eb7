import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNoDrawnFront } from '../front/drawn-front';
import { brand } from '../look/brand';
import { Brand } from './brand';
import { ConnectionBanner } from './connection-banner';
import { DocsLink } from './docs-link';
import { FrontShow } from './front-show';
import { LanguageSwitch } from './language-switch';
import { ThemeSwitch } from './theme-switch';

interface FrontPageProps {
  readonly title: string;
  readonly description?: string;
  /** Under the form: the other ways from here. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/** The front door: what one sees before being signed in. The form at the left; beside it, where there is room, what it is about. */
export function FrontPage({ title, description, below, children }: FrontPageProps) {
  useNoDrawnFront();
  return (
    <div className="kunci-front">
      <title>{`${title} · ${brand().name}`}</title>
      <div className="kunci-front-form">
        <header>
          <Brand always />
        </header>
        <main>
          <ConnectionBanner />
          <Stack gap="md">
            <div>
              <Title order={1} size="h2">
                {title}
              </Title>
              {description !== undefined && <Text c="dimmed">{description}</Text>}
            </div>
            {children}
          </Stack>
          {below !== undefined && <Box mt="lg">{below}</Box>}
        </main>
        <Group component="footer" gap={4} ml={-10}>
          <DocsLink />
          <LanguageSwitch />
          <ThemeSwitch />
        </Group>
      </div>
      <FrontShow />
    </div>
  );
}
