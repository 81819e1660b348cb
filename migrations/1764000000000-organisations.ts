import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isolateByTenant } from './tenant-isolation.js';

/** Organisations, which are the tenants, and their sites. */
export class Organisations1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisation (
        id uuid NOT NULL,
        name_th text,
        name_ja text,
        name_en text,
        country text NOT NULL,
        registration_type text,
        registration_number text,
        isic_section text,
        employees integer,
        ownership text,
        is_synthetic boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT organisation_pk PRIMARY KEY (id),
        CONSTRAINT organisation_has_name CHECK (num_nonnulls(name_th, name_ja, name_en) > 0),
        CONSTRAINT organisation_country_code CHECK (country ~ '^[A-Z]{2}$'),
        CONSTRAINT organisation_registration_whole
          CHECK ((registration_type IS NULL) = (registration_number IS NULL)),
        CONSTRAINT organisation_isic_section_letter CHECK (isic_section ~ '^[A-U]$'),
        CONSTRAINT organisation_employees_positive CHECK (employees > 0),
        CONSTRAINT organisation_version_positive CHECK (version > 0)
      )
    `);
    await runner.query(`
      CREATE TABLE site (
        organisation_id uuid NOT NULL,
        id uuid NOT NULL,
        name_th text,
        name_ja text,
        name_en text,
        country text NOT NULL,
        employees integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT site_pk PRIMARY KEY (organisation_id, id),
        CONSTRAINT site_organisation_fk
          FOREIGN KEY (organisation_id) REFERENCES organisation (id) ON DELETE CASCADE,
        CONSTRAINT site_has_name CHECK (num_nonnulls(name_th, name_ja, name_en) > 0),
        CONSTRAINT site_country_code CHECK (country ~ '^[A-Z]{2}$'),
        CONSTRAINT site_employees_counted CHECK (employees >= 0),
        CONSTRAINT site_version_positive CHECK (version > 0)
      )
    `);
    await runner.query(isolateByTenant('organisation', 'id'));
    await runner.query(isolateByTenant('site'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE site');
    await runner.query('DROP TABLE organisation');
  }
}
