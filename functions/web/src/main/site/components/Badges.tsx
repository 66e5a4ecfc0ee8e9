import { useLanguage } from '../core/hooks.ts';
import { ageMark, ages, serviceName } from './titles.ts';

export function AgeBadge({ age }: { age?: string }) {
  const language = useLanguage();
  if (!age) return null;
  return (
    <span class={`age age-${age}`} role="img" aria-label={ages[language][age] ?? age}>{ageMark(age, language)}</span>
  );
}

const MARKS: Record<string, string> = { netflix: 'N', tving: 'T', wavve: 'W', watcha: '왓', disneyplus: 'D+', coupangplay: 'C', primevideo: 'P', appletv: 'tv+' };

/** A service as a letter on its colour; its name for readers and on hovering. */
export function ServiceMark({ service }: { service: string }) {
  const language = useLanguage();
  const name = serviceName(service, language);
  return (
    <span class={`service service-${service}`} role="img" aria-label={name} title={name}>{MARKS[service] ?? name.slice(0, 1)}</span>
  );
}

export function ServiceMarks({ services, most = 4 }: { services: string[]; most?: number }) {
  if (!services.length) return null;
  return (
    <span class="services">
      {services.slice(0, most).map((service) => <ServiceMark key={service} service={service} />)}
    </span>
  );
}
