import { Box, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Brand } from './brand';
import { ConnectionBanner } from './connection-banner';
import { DocsLink } from './docs-link';
import { LanguageSwitch } from './language-switch';
import { ThemeSwitch } from './theme-switch';

interface FrontPageProps {
  readonly title: string;
  readonly description?: string;
  /** Under the card: the other ways from here. */
  readonly below?: ReactNode;
  readonly children: ReactNode;
}

/** The frame around what one sees before being signed in. */
export function FrontPage({ title, description, below, children }: FrontPageProps) {
  return (
    <Center mih="100dvh" p="md">
      <title>{`${title} · Kunci`}</title>
      <Stack w="100%" maw={420} gap="lg">
        <Box component="header">
          <Brand always />
        </Box>
        <Box component="main">
          <ConnectionBanner />
          <Paper withBorder radius="lg" p={{ base: 'lg', sm: 'xl' }} shadow="xs">
            <Stack gap="md">
              <Title order={1} size="h3">
                {title}
              </Title>
              {description !== undefined && <Text c="dimmed">{description}</Text>}
              {children}
            </Stack>
          </Paper>
          {below !== undefined && (
            <Box mt="md" ta="center">
              {below}
            </Box>
          )}
        </Box>
        <Group component="footer" justify="center" gap="xs">
          <DocsLink />
          <LanguageSwitch />
          <ThemeSwitch />
        </Group>
      </Stack>
    </Center>
  );
}
