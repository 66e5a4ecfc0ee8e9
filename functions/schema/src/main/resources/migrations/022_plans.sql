-- Services and their plans in Korea. Nobody looked these up on the day: basis and source say how each is
-- known, and a deployment that shows prices should check them first.
insert into services (service, name) values
  ('netflix', '넷플릭스'),
  ('tving', '티빙'),
  ('wavve', '웨이브'),
  ('watcha', '왓챠'),
  ('disneyplus', '디즈니+'),
  ('coupangplay', '쿠팡플레이'),
  ('primevideo', '프라임 비디오'),
  ('appletv', 'Apple TV+')
on conflict (service) do nothing;

insert into plans
  (plan, service, name, english_name, monthly_won, seats, streams, resolution, with_ads, household,
   extra_seats, extra_seat_won, basis, source, as_of)
values
  ('netflix-ads', 'netflix', '광고형 스탠다드', 'Standard with ads', 7000, 5, 2, '1080p', true, true,
   0, null, 'memory', 'price since May 2025, remembered', '2025-06-01'),
  ('netflix-standard', 'netflix', '스탠다드', 'Standard', 13500, 5, 2, '1080p', false, true,
   1, 5000, 'memory', 'price remembered; one extra member at 5,000 won reported since 2023-11-02', '2025-06-01'),
  ('netflix-premium', 'netflix', '프리미엄', 'Premium', 17000, 5, 4, '2160p', false, true,
   2, 5000, 'memory', 'price remembered; two extra members at 5,000 won reported since 2023-11-02', '2025-06-01'),
  ('tving-ads', 'tving', '광고형 스탠다드', 'Standard with ads', 5500, 4, 2, '1080p', true, false,
   0, null, 'memory', 'since March 2024, remembered', '2025-06-01'),
  ('tving-basic', 'tving', '베이직', 'Basic', 9500, 4, 1, '720p', false, false,
   0, null, 'memory', 'price since December 2023, remembered', '2025-06-01'),
  ('tving-standard', 'tving', '스탠다드', 'Standard', 13500, 4, 2, '1080p', false, false,
   0, null, 'memory', 'price since December 2023, remembered', '2025-06-01'),
  ('tving-premium', 'tving', '프리미엄', 'Premium', 17000, 4, 4, '2160p', false, false,
   0, null, 'memory', 'price since December 2023, remembered', '2025-06-01'),
  ('wavve-basic', 'wavve', '베이직', 'Basic', 7900, 4, 1, '720p', false, false,
   0, null, 'memory', 'remembered', '2025-06-01'),
  ('wavve-standard', 'wavve', '스탠다드', 'Standard', 10900, 4, 2, '1080p', false, false,
   0, null, 'memory', 'remembered', '2025-06-01'),
  ('wavve-premium', 'wavve', '프리미엄', 'Premium', 13900, 4, 4, '2160p', false, false,
   0, null, 'memory', 'remembered', '2025-06-01'),
  ('watcha-basic', 'watcha', '베이직', 'Basic', 7900, 1, 1, '1080p', false, false,
   0, null, 'memory', 'remembered', '2025-06-01'),
  ('watcha-premium', 'watcha', '프리미엄', 'Premium', 12900, 4, 4, '2160p', false, false,
   0, null, 'memory', 'remembered', '2025-06-01'),
  ('disneyplus-standard', 'disneyplus', '스탠다드', 'Standard', 9900, 7, 2, '1080p', false, true,
   0, null, 'memory', 'price since November 2023, remembered; households followed Netflix, reported', '2025-06-01'),
  ('disneyplus-premium', 'disneyplus', '프리미엄', 'Premium', 13900, 7, 4, '2160p', false, true,
   0, null, 'memory', 'price since November 2023, remembered; households followed Netflix, reported', '2025-06-01'),
  ('coupangplay-wow', 'coupangplay', '와우 멤버십', 'WOW membership', 7890, 5, 2, '1080p', false, false,
   0, null, 'memory', 'comes with the shop''s membership; price since 2024, remembered', '2025-06-01'),
  ('primevideo-standard', 'primevideo', '프라임 비디오', 'Prime Video', 8500, 6, 3, '2160p', false, false,
   0, null, 'memory', '5.99 US dollars, remembered, and put into won by us at about 1,420', '2025-06-01'),
  ('appletv-standard', 'appletv', 'Apple TV+', 'Apple TV+', 6500, 6, 6, '2160p', false, false,
   0, null, 'memory', 'remembered', '2025-06-01')
on conflict (plan) do nothing;
